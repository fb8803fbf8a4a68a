/** Signs of the hubs, drawn for this project in a box of 24 units. */
export const GLYPH_BOX = 24;

export const glyphs: Readonly<Record<string, string>> = {
  train:
    "M7 3.5h10a3 3 0 0 1 3 3v8.5a3 3 0 0 1-2.6 3L19 20.5h-2.4L14.8 18H9.2l-1.8 2.5H5L6.6 18A3 3 0 0 1 4 15V6.5a3 3 0 0 1 3-3z" +
    "M6.5 6.8v4.4h11V6.8zM8 13.2a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3zM16 13.2a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3z",
  plane:
    "M12 2c.9 0 1.5 1.1 1.5 2.6v4.3l8 4.9v2.1l-8-2.5v4.3l2.3 1.8v1.7L12 20.1l-3.8 1.1v-1.7l2.3-1.8v-4.3l-8 2.5v-2.1l8-4.9V4.6C10.5 3.1 11.1 2 12 2z",
  anchor:
    "M12 2a3 3 0 0 1 1.2 5.75V9.5H17v2.3h-3.8v7c2.6-.4 4.6-2.1 5.2-4.6h-1.9L19.8 11l2.9 4.6h-1.9C19.9 19.3 16.4 22 12 22s-7.9-2.7-8.8-6.4H1.3L4.2 11l3.3 3.2H5.6c.6 2.5 2.6 4.2 5.2 4.6v-7H7V9.5h3.8V7.75A3 3 0 0 1 12 2zM12 4.1a1 1 0 1 0 0 2a1 1 0 1 0 0-2z",
  arrow: "M12 3l7.5 8.5h-4.7V21H9.2v-9.5H4.5z",
};
