// For pages that show a conversation in an iframe: sets the height that the frame asks for.
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "plenum:height" || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(data.height, 4000)}px`;
  }
});
