import { Icon, type IconName } from './icon.tsx';

export type StepState = 'open' | 'answered' | 'right' | 'partly' | 'wrong' | 'unmarked';

export interface Step {
  readonly state: StepState;
  /** Where the step may be visited. */
  readonly href?: string | undefined;
}

const words: Readonly<Record<StepState, string>> = {
  open: 'not answered yet',
  answered: 'answered',
  right: 'right',
  partly: 'partly right',
  wrong: 'not right',
  unmarked: 'answered, not marked',
};
const icons: Readonly<Partial<Record<StepState, IconName>>> = {
  right: 'check',
  partly: 'half',
  wrong: 'cross',
  unmarked: 'note',
  answered: 'note',
};

interface StepDotsProps {
  readonly steps: readonly Step[];
  readonly current: number | null;
  readonly label?: string | undefined;
}

/** Where one is in a quiz and how it went so far. `current` counts from 0; null where no step is open. */
export function StepDots({ steps, current, label = 'Questions of this quiz' }: StepDotsProps) {
  return (
    <nav className="steps" aria-label={label}>
      <p className="steps-words figures">{current === null ? `${steps.length} questions` : `Question ${current + 1} of ${steps.length}`}</p>
      <ol>
        {steps.map((step, index) => {
          const icon = icons[step.state];
          const name = `Question ${index + 1}: ${words[step.state]}`;
          const inside = (
            <>
              {icon ? <Icon name={icon} /> : <span aria-hidden="true">{index + 1}</span>}
              <span className="visually-hidden">{name}</span>
            </>
          );
          const aria = index === current ? 'step' : undefined;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its position
            <li key={index} className={`step step-${step.state}`}>
              {step.href ? (
                <a href={step.href} aria-current={aria}>
                  {inside}
                </a>
              ) : (
                <span aria-current={aria}>{inside}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
