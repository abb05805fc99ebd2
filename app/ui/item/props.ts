import type { ItemBody, PlainStory } from '#app/quiz/item.ts';
import type { HeadingLevel } from '../heading.tsx';
import type { FieldValues } from './values.ts';

export interface FieldsProps<Type extends ItemBody['type'] = ItemBody['type']> {
  readonly id: string;
  readonly body: Extract<ItemBody, { readonly type: Type }>;
  readonly stories: readonly PlainStory[];
  readonly values: FieldValues;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly headingLevel: HeadingLevel;
}
