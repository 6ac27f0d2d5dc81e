export function Request(_: object) { return null }
