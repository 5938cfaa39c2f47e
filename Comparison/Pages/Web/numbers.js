// How numbers are written, and how far they are apart.

const bits = new DataView(new ArrayBuffer(8));

function trimmed(text) {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

// Digits of a mantissa and a power of ten, as a decimal number or with an E.
function general(exponential, places) {
  const [mantissa, power] = exponential.split('e').map((part, i) => (i === 0 ? trimmed(part) : Number(part)));
  if (power > -5 && power < places)
    return trimmed(Number(exponential).toFixed(Math.max(0, mantissa.replace(/[-.]/g, '').length - 1 - power)));
  return `${mantissa}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function notFinite(value) {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'Infinity' : '-Infinity';
}

/** A number by the fewest digits that give it again. */
function shortest(value, dtype) {
  if (!Number.isFinite(value)) return notFinite(value);
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  if (dtype !== 'float32') return general(value.toExponential(), 15);
  let digits = 0;
  while (Math.fround(Number(value.toExponential(digits))) !== value && digits < 9) digits++;
  return general(value.toExponential(digits), 7);
}

/** A number in few digits: its shortest, or if these are more, four significant ones or, from 1 up, four decimals. */
function digits(value, dtype) {
  const exact = shortest(value, dtype);
  if (!Number.isFinite(value)) return exact;
  const size = Math.abs(value);
  const few = size >= 1 && size < 10000 ? trimmed(value.toFixed(4)) : general(value.toExponential(3), 4);
  return few.length < exact.length ? few : exact;
}

/** A number of which the size matters: two digits. */
function size(value) {
  if (value === 0) return '0';
  return Number.isFinite(value) ? general(value.toExponential(1), 2) : notFinite(value);
}

// The position of a number among all numbers of its format, from the lowest up.
function position64(value) {
  bits.setFloat64(0, value);
  const pattern = bits.getBigInt64(0);
  return pattern < 0n ? -(2n ** 63n) - pattern : pattern;
}

function position32(value) {
  bits.setFloat32(0, value);
  const pattern = bits.getInt32(0);
  return pattern < 0 ? -(2 ** 31) - pattern : pattern;
}

/** How many numbers of the format lie between two of its numbers; null if either is not finite. */
function ulps(one, other, dtype) {
  if (!Number.isFinite(one) || !Number.isFinite(other)) return null;
  if (dtype === 'float32') return Math.abs(position32(one) - position32(other));
  const distance = position64(one) - position64(other);
  return Number(distance < 0n ? -distance : distance);
}

/** A distance in units in the last place, for people. */
function distanceText(distance) {
  if (distance === null || Number.isNaN(distance)) return 'not finite';
  if (distance === 0) return 'same';
  return distance < 100000 ? `${distance.toLocaleString('en')} ULP` : `${size(distance)} ULP`;
}

/** A share for people: 12 %, or 3.4 times where it is more than the whole. */
function percent(share) {
  if (!Number.isFinite(share)) return 'any share';
  if (share > 1) return `${share < 1000 ? digits(Number(share.toPrecision(2)), 'float64') : size(share)} times`;
  if (share === 0) return '0 %';
  return share < 0.01 ? 'less than 1 %' : `${Math.round(share * 100)} %`;
}
