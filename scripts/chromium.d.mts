export function systemChromium(): string | null
export function installChromium(): Promise<void>
