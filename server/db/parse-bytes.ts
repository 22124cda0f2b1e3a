const BACKSLASH = 0x5c;

/** Reads a bytea in either of its text forms: which one a server sends is its own setting. */
export function parseBytes(text: string): Buffer {
  return text.startsWith("\\x") ? Buffer.from(text.slice(2), "hex") : parseEscaped(text);
}

/** The escape form: `\\` is a backslash, `\ooo` a byte in octal, all else stands for itself. */
function parseEscaped(text: string): Buffer {
  const bytes = Buffer.alloc(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    let byte = text.charCodeAt(at);
    if (byte === BACKSLASH) {
      const isDoubled = text.charCodeAt(at + 1) === BACKSLASH;
      if (!isDoubled) byte = Number.parseInt(text.slice(at + 1, at + 4), 8);
      at += isDoubled ? 1 : 3;
    }
    bytes[length] = byte;
    length += 1;
  }
  return bytes.subarray(0, length);
}
