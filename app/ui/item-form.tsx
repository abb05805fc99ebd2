import type { ReactNode } from 'react';
import type { ItemBody, ItemForLearner } from '#app/quiz/item.ts';
import { Button } from './button.tsx';
import { below, Heading, type HeadingLevel } from './heading.tsx';
import { Icon } from './icon.tsx';
import { ItemFields } from './item/fields.tsx';
import type { FieldValues } from './item/values.ts';
import { Story } from './story.tsx';

interface ItemFormProps {
  readonly item: ItemForLearner;
  readonly action: string;
  /** Tells this form's ids from those of other forms on the page. */
  readonly id?: string | undefined;
  /** Where given, unsent input is kept in the browser under this key until it is sent. */
  readonly draftKey?: string | undefined;
  /** Earlier input, shown again beside an error. */
  readonly values?: FieldValues | undefined;
  /** What was wrong with the earlier input, in a sentence that says what to do. */
  readonly error?: string | null | undefined;
  readonly submitLabel?: string | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
  /** Hidden fields, for instance the form key. */
  readonly children?: ReactNode;
}

/** Beyond this many characters a question is set smaller, as it is rather a paragraph. */
const longStem = 110;

/** Answer sheets in which the stories stand themselves. */
const holdsStories: readonly ItemBody['type'][] = ['sentence', 'table', 'grid'];

/** One item as a plain HTML form; every kind can be answered by keyboard, by touch, and without script. */
export function ItemForm(props: ItemFormProps) {
  const { item, action, id = 'item', draftKey, values = {}, error = null, submitLabel = 'Answer', headingLevel = 2, children } = props;
  const beside = !holdsStories.includes(item.body.type) && item.stories.length > 0;
  const describedBy = `${id}-hint${error ? ` ${id}-error` : ''}`;
  return (
    <form
      id={id}
      method="post"
      action={action}
      noValidate
      className={`item item-${item.body.type}${beside ? ' item-beside' : ''}`}
      data-item-form
      data-draft={draftKey}
    >
      {children}
      {beside && (
        <div className="item-stories">
          {item.stories.map((story) => (
            <Story key={story.title} story={story} headingLevel={headingLevel} />
          ))}
        </div>
      )}
      <fieldset className="item-question" aria-describedby={describedBy}>
        <legend>
          <Heading level={headingLevel} className={item.stem.length > longStem ? 'item-stem item-stem-long' : 'item-stem'}>
            {item.stem}
          </Heading>
        </legend>
        <p className="hint" id={`${id}-hint`}>
          {item.hint}
        </p>
        {error && (
          <p className="error" id={`${id}-error`} role="alert" tabIndex={-1} data-focus>
            <Icon name="warning" />
            <span className="visually-hidden">Error: </span>
            {error}
          </p>
        )}
        <ItemFields
          id={id}
          body={item.body}
          stories={item.stories}
          values={values}
          describedBy={describedBy}
          invalid={error !== null}
          headingLevel={below(headingLevel)}
        />
        <div className="actions">
          <Button>{submitLabel}</Button>
          <p className="form-status" data-form-status />
        </div>
      </fieldset>
    </form>
  );
}
