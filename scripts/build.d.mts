export function generateClient(): Promise<void>
export function isBuilt(folder: string): boolean
export function build(folder: string): Promise<void>
