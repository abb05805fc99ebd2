interface ContactProps {
  /** One line: a name, an email or web address, or both. */
  readonly text: string;
}

const address = /(https:\/\/[^\s,;]+|[^\s,;]+@[^\s,;]+\.[^\s,;]+)/;
const hrefOf = (part: string) => (part.startsWith('https://') ? part : `mailto:${part}`);

/** Who can be reached, and how: what is an address in the line is a link. */
export function Contact({ text }: ContactProps) {
  return (
    <>
      {text.split(address).map((part, place) =>
        // Every second part is an address.
        place % 2 === 1 ? (
          <a key={part} href={hrefOf(part)}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
