// Making elements, and colours and widths by which numbers are drawn.

/** An HTML element with attributes and children; a text is a child as it is, never read as HTML. */
function html(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** The same for SVG. */
function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** Replaces what an element holds; whatever had the focus in it keeps it, by its data-key. */
function show(element, ...children) {
  const key = element.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  if (key !== undefined)
    [...element.querySelectorAll('[data-key]')].find((one) => one.dataset.key === key)?.focus({ preventScroll: true });
}

/** The largest magnitude among some numbers, of those that are finite; 1 where all are 0. */
function largestOf(values) {
  return values.reduce((largest, value) => (Number.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest), 0) || 1;
}

/** Whether a number is positive, negative, nothing or not finite: by this it is coloured and its line dashed. */
function signOf(value) {
  if (!Number.isFinite(value)) return 'odd';
  return value > 0 ? 'plus' : value < 0 ? 'minus' : 'nil';
}

/** The place of a logarithm between two powers of ten, from 0 to 1. */
function logarithmic(value, least, most) {
  return (Math.log10(value) - least) / (most - least);
}
