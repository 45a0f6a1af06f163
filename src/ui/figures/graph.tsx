export function GraphPicture(_: { table?: unknown; figure?: unknown; onEdit?: unknown }) {
  return null;
}
