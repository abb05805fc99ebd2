import { Bar } from './bar.tsx';

interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  readonly of: number;
  /** What is counted, in the plural: "lessons". */
  readonly unit: string;
}

/** How far something has come, in words first and as a bar after. */
export function ProgressBar({ label, value, of, unit }: ProgressBarProps) {
  return (
    <div className="progress">
      <p className="progress-words">
        <span className="progress-label">{label}</span>{' '}
        <span className="figures">
          {value} of {of} {unit}
        </span>
      </p>
      <Bar share={of > 0 ? value / of : 0} />
    </div>
  );
}
