// What axe leaves undecided about contrast: words over a gradient, or with something else of the page over them.
// Worked out from the colours of the words and of what is behind them; over a gradient the worst of its stops counts.
//   __unclear(selector) - the lowest ratio and the one that is needed, or null where it is met
window.__unclear = (() => {
  const paint = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const colour = (text) => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = text;
    paint.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = paint.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((it) => it / 255).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  // All colours that may be behind the words of an element.
  const behind = (element) => {
    if (!element) return [colour("Canvas")];
    const style = getComputedStyle(element);
    const base = colour(style.backgroundColor);
    let all = base[3] === 1 ? [base] : behind(element.parentElement).map((it) => over(base, it));
    // A picture of a set size is a mark beside the words and not behind them.
    if (style.backgroundImage.includes("gradient") && !/\d/.test(style.backgroundSize)) {
      const stops = style.backgroundImage.match(/(?:rgba?|hsla?|oklab|oklch|lab|lch|color)\([^()]*\)/g) ?? [];
      all = all.flatMap((it) => stops.map((stop) => over(colour(stop), it)));
    }
    return all;
  };
  return (selector) => {
    const element = document.querySelector(selector);
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const words = colour(isDrawn ? style.fill : style.color);
    const size = parseFloat(style.fontSize);
    const need = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const least = Math.min(...behind(element).map((it) => ratio(over(words, it), it)));
    return least + 0.005 < need ? `${least.toFixed(2)} of ${need}` : null;
  };
})();
