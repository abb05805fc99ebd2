interface QuoteProps {
  readonly text: string;
  /** True puts the words under the marker: they settle the matter. */
  readonly marked?: boolean | undefined;
}

/** Words of the story, set like a quotation in the margin. */
export function Quote({ text, marked = true }: QuoteProps) {
  return (
    <blockquote className="quote">
      <p>
        <span className="visually-hidden">From the story: </span>
        {marked ? <mark>{text}</mark> : text}
      </p>
    </blockquote>
  );
}
