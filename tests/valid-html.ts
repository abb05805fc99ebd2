/** What is wrong with the markup of a page, by html-validate. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    // By the standard of today, details are no section of a page: a header of a table may hold them.
    elements: ['html5', { details: { inherit: 'details', sectioning: false } }],
    rules: {
      // As React writes markup, which the standard allows: case of the doctype and of charSet, <br/>, hidden="".
      'doctype-style': 'off',
      'attr-case': 'off',
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      // Tables that stack on a phone name their roles, since browsers drop those of a table that is laid out otherwise.
      'no-redundant-role': 'off',
      // Boxes to tick share a name, as buttons to choose do.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    },
  }),
);

/** Returns a line for each fault: the rule, what it says and where. */
export async function faultsIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector ?? ''}`.trim()),
  );
}
