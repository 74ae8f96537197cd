// A picture that could have been taken in somebody's bathroom: a bottle before tiles, with the blind code on its label.
type Pixel = readonly [number, number, number];

export const bottleWidth = 600;
export const bottleHeight = 800;

const mixed = (one: Pixel, other: Pixel, share: number): Pixel => [0, 1, 2].map((place) => one[place]! + (other[place]! - one[place]!) * share) as never;

/** Strokes of the digits on a grid of three by five. */
const strokes = ["75557", "22222", "71747", "71717", "55711", "74717", "74757", "71111", "75757", "75717"];

const cell = 13;
const isInk = (code: string, x: number, y: number): boolean => {
  const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
  const [place, bit] = [Math.floor(column / 4), column % 4];
  if (row < 0 || row > 4 || column < 0 || place >= code.length || bit === 3) return false;
  return ((Number(strokes[Number(code[place])]?.[row]) >> (2 - bit)) & 1) === 1;
};

const roundedBox = (x: number, y: number, [left, top, right, bottom]: readonly [number, number, number, number], radius: number): boolean => {
  const [dx, dy] = [Math.max(left + radius - x, x - (right - radius), 0), Math.max(top + radius - y, y - (bottom - radius), 0)];
  return dx * dx + dy * dy <= radius * radius;
};

const pixelAt = (code: string, x: number, y: number): Pixel => {
  if (roundedBox(x, y, [222, 350, 378, 500], 8)) return isInk(code, x - 230, y - 392) ? [52, 46, 40] : mixed([252, 249, 240], [226, 220, 205], (x - 222) / 156);
  const shade = Math.abs((x - 285) / 105) ** 1.6;
  if (roundedBox(x, y, [195, 235, 405, 640], 38)) return mixed([240, 178, 98], [150, 82, 28], Math.min(1, shade));
  if (roundedBox(x, y, [262, 165, 338, 245], 10)) return mixed([246, 242, 232], [178, 170, 152], Math.min(1, shade * 2));
  if (y > 585) {
    const shadow = ((x - 320) / 190) ** 2 + ((y - 645) / 24) ** 2;
    return shadow < 1 ? mixed([52, 78, 84], [92, 124, 132], shadow) : mixed([112, 146, 153], [78, 108, 116], (y - 585) / 215);
  }
  const joint = x % 140 < 3 || y % 118 < 3;
  const wall = mixed([208, 224, 225], [150, 178, 181], (y / 585) * 0.7 + (x / 600) * 0.3);
  return joint ? mixed(wall, [120, 150, 153], 0.6) : wall;
};

/** Three bytes to a pixel, row by row. */
export const drawBottle = (code: string): Buffer => {
  const bytes = Buffer.alloc(bottleWidth * bottleHeight * 3);
  for (let place = 0; place < bottleWidth * bottleHeight; place += 1)
    for (const [channel, value] of pixelAt(code, place % bottleWidth, Math.floor(place / bottleWidth)).entries())
      bytes[place * 3 + channel] = Math.round(value);
  return bytes;
};
