/** The places of the administrators' part. */
export function AdminNav({ current }: { readonly current: 'people' | 'audit' | 'health' | 'start' }) {
  const places = [
    { id: 'people', href: '/admin', label: 'People' },
    { id: 'audit', href: '/admin/audit', label: 'Audit log' },
    { id: 'health', href: '/admin/health', label: 'Health' },
    { id: 'start', href: '/admin/start', label: 'First steps' },
  ];
  return (
    <nav className="tabs" aria-label="Administration">
      <ul>
        {places.map(({ id, href, label }) => (
          <li key={id}>
            <a href={href} aria-current={id === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
