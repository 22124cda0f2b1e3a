/** Tokens of app/globals.css in its light form: an image cannot ask for them. A test compares. */
export const previewColors = {
  paper: "#faf9f6",
  card: "#ffffff",
  ink: "#1a1f24",
  muted: "#545b63",
  line: "#dcd9d2",
  accent: "#0b5571",
  water: "#e6f0f3",
  land: "#f6f1e4",
  landHigh: "#e9dfc6",
  shore: "#7c8a8c",
};

/** By letter, A to F: the line and the thin ground of a group's land. */
export const previewGroupColors = [
  { line: "#0068a3", ground: "#dcecf7" },
  { line: "#8a5b00", ground: "#fbeed1" },
  { line: "#a0416f", ground: "#f8e5ef" },
  { line: "#007252", ground: "#daf0e8" },
  { line: "#ab4300", ground: "#fbe5d7" },
  { line: "#5b53a6", ground: "#e6e4f6" },
];
