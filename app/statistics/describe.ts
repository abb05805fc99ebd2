/** Figures that describe a list of numbers. */

/** Returns the arithmetic mean; null for an empty list. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Returns the quantile at `share` (0 to 1): type 7 of Hyndman and Fan (1996, "Sample Quantiles in Statistical Packages", section 2), as in
 * spreadsheets. Null for an empty list.
 */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** Returns the median; null for an empty list. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/** Returns the sample covariance (n − 1 below the line) of pairs; null for fewer than two, or lists of different lengths. */
export function covariance(xs: readonly number[], ys: readonly number[]): number | null {
  const [meanX, meanY] = [mean(xs), mean(ys)];
  if (xs.length < 2 || xs.length !== ys.length || meanX === null || meanY === null) return null;
  let sum = 0;
  for (const [index, x] of xs.entries()) sum += (x - meanX) * ((ys[index] ?? meanY) - meanY);
  return sum / (xs.length - 1);
}

/** Returns the sample variance (n − 1 below the line), at least 0; null for fewer than two values. */
export function variance(values: readonly number[]): number | null {
  return covariance(values, values);
}

/** Returns the sample standard deviation; null for fewer than two values. */
export function deviation(values: readonly number[]): number | null {
  const squared = variance(values);
  return squared === null ? null : Math.sqrt(squared);
}
