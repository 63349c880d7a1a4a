/** The sixteen colours of the picture's terminal, in the order terminals number them. */
const named = [
	'#1d1f28',
	'#ff6b6b',
	'#5fd38d',
	'#f2c14e',
	'#6ea8fe',
	'#d096f5',
	'#56d4dd',
	'#d5d8e0',
	'#7a8194',
	'#ff8f8f',
	'#86e3aa',
	'#f7d583',
	'#9cc3ff',
	'#e0b8fa',
	'#8ae3e9',
	'#ffffff',
] as const;

export const background = '#14161f';
export const foreground = '#d5d8e0';

/** A colour of the 256 a terminal numbers, as `#rrggbb`. */
export function paletteColour(index: number): string {
	const own = named[index];
	if (own !== undefined) {
		return own;
	}

	if (index >= 232) {
		return rgbColour(((index - 232) * 10 + 8) * 0x01_01_01);
	}

	const cube = [36, 6, 1].map(place => Math.floor((index - 16) / place) % 6);
	const [red = 0, green = 0, blue = 0] = cube.map(step => (step === 0 ? 0 : 55 + step * 40));
	return rgbColour(red * 0x1_00_00 + green * 0x1_00 + blue);
}

/** A 24-bit number as `#rrggbb`. */
export function rgbColour(value: number): string {
	return `#${value.toString(16).padStart(6, '0')}`;
}
