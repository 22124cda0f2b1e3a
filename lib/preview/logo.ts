/** The two islands of app/icon.svg, as elements of an SVG. */
export function drawLogo(x: number, y: number, sidePx: number): string {
  return `<g transform="translate(${x} ${y}) scale(${sidePx / 32})" fill="none" stroke-width="1.75"><g stroke="#0072b2"><path fill="#d6e8f4" d="M2.8 18.9c-.1-4.9 3.2-8.9 7.6-9 3.2-.1 4.7 1.7 6.4 4.3 1.5 2.3 2.6 4.2 2 7.1-.8 3.9-4.3 6.3-8.2 6.3-4.5 0-7.7-3.8-7.8-8.7Z"/><path d="M6 19.3c0-3.2 2-5.7 4.7-5.8 2-.1 3 1.2 4 2.9 1 1.6 1.5 2.7 1.1 4.4-.6 2.2-2.7 3.6-5 3.6-2.8 0-4.8-2.2-4.8-5.1Z"/></g><g stroke="#a86f00"><path fill="#fbeccb" d="M18.9 9.7c-.5-3.3 2.1-6.2 5.3-6.3 3.2 0 5.3 2.6 5.3 5.8 0 3.2-1.8 5.9-4.8 5.9-3 0-5.4-2.2-5.8-5.4Z"/><path d="M22.1 9.4c-.2-1.6 1-2.9 2.4-2.9 1.5 0 2.4 1.2 2.4 2.7 0 1.5-.8 2.7-2.2 2.7-1.4 0-2.5-1-2.6-2.5Z"/></g></g>`;
}
