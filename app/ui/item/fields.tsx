import { ChoiceFields } from './choice-fields.tsx';
import { NumberFields, TextFields } from './entry-fields.tsx';
import { GridFields } from './grid-fields.tsx';
import { OrderFields } from './order-fields.tsx';
import type { FieldsProps } from './props.ts';
import { SentenceFields } from './sentence-fields.tsx';
import { TableFields } from './table-fields.tsx';

/** The controls of an item, by the type of its body. */
export function ItemFields({ body, ...rest }: FieldsProps) {
  switch (body.type) {
    case 'choice':
    case 'checklist':
      return <ChoiceFields body={body} {...rest} />;
    case 'sentence':
      return <SentenceFields body={body} {...rest} />;
    case 'table':
      return <TableFields body={body} {...rest} />;
    case 'grid':
      return <GridFields body={body} {...rest} />;
    case 'order':
      return <OrderFields body={body} {...rest} />;
    case 'number':
      return <NumberFields body={body} {...rest} />;
    case 'text':
      return <TextFields body={body} {...rest} />;
  }
}
