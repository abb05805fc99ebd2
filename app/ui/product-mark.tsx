/** The mark: a ruled ledger whose deciding line is marked. Drawn from `currentColor` and the marker colour. */
export function ProductMark() {
  return (
    <svg className="product-mark" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect className="product-mark-line" x="2" y="10.5" width="24" height="8" rx="1" />
      <path d="M2 5.5h24M2 23.5h24M5.5 14.5l3 3L15 10" />
    </svg>
  );
}
