/** The rose of a portolan chart, drawn in place: it stands even when nothing can be fetched. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="#0b5c7a" />
      <path
        d="M16 4v24M4 16h24M7.5 7.5l17 17M24.5 7.5l-17 17"
        stroke="#fff"
        strokeWidth="1.5"
        strokeLinecap="round"
        opacity="0.45"
      />
      <path d="M16 5l3 8 8 3-8 3-3 8-3-8-8-3 8-3z" fill="#fff" />
    </svg>
  )
}
