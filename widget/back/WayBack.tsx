export function WayBack() { return null }
