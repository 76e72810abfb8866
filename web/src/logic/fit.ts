/** A text cut to about so many pixels of twelve-pixel type, with an ellipsis where it was cut. */
export function fit(text: string, pixels: number): string {
  const most = Math.max(4, Math.floor(pixels / 6.6));
  const chars = Array.from(text);
  return chars.length <= most ? text : `${chars.slice(0, most - 1).join('').trimEnd()}…`;
}
