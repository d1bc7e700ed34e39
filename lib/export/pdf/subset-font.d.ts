declare module 'subset-font' {
  /** The part of a font that these characters need, its variable axes fixed. */
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: { targetFormat: 'truetype'; variationAxes?: Record<string, number> },
  ): Promise<Buffer>
}
