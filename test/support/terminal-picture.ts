import type headless from '@xterm/headless';
import {background, foreground, paletteColour, rgbColour} from './terminal-colours.ts';

export type PictureOptions = {
	/** Shown in the bar of the window; no title, no bar. */
	readonly title?: string;
	/** What the picture shows, for who does not see it; the title without. */
	readonly description?: string;
	/** The cursor stands where the terminal has it; not drawn without. */
	readonly hasCursor?: boolean;
};

type Style = {
	readonly fill: string;
	/** Null where the window shows through. */
	readonly back: string | null;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly italic: boolean;
	readonly underline: boolean;
	readonly strike: boolean;
};

/** Neighbouring cells of one row that look the same. */
type Run = {
	readonly column: number;
	readonly width: number;
	readonly text: string;
	readonly style: Style;
};

const cell = {width: 8.4, height: 18, fontSize: 14, baseline: 13.5} as const;
const padding = 16;
const barHeight = 28;
const fonts =
	"ui-monospace, 'JetBrains Mono', 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/** The visible screen of a terminal as an SVG: a dark window with every cell where the terminal has it. */
export function drawTerminal(terminal: headless.Terminal, options: PictureOptions = {}): string {
	const top = padding + (options.title === undefined ? 0 : barHeight);
	const width = terminal.cols * cell.width + 2 * padding;
	const height = top + terminal.rows * cell.height + padding;
	const rows = Array.from({length: terminal.rows}, (_, row) =>
		readRuns(terminal, row)
			.map(run => drawRun(run, padding + run.column * cell.width, top + row * cell.height))
			.join(''),
	);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}" font-family="${fonts}" font-size="${cell.fontSize}" style="font-variant-ligatures:none">`,
		`<title>${escapeText(options.description ?? options.title ?? 'A terminal')}</title>`,
		`<rect width="100%" height="100%" rx="8" fill="${background}"/>`,
		options.title === undefined ? '' : drawBar(options.title, width),
		...rows,
		options.hasCursor === true ? drawCursor(terminal, top) : '',
		'</svg>\n',
	]
		.filter(part => part !== '')
		.join('\n');
}

function drawCursor({buffer}: headless.Terminal, top: number): string {
	const {cursorX, cursorY} = buffer.active;
	return `<rect x="${number(padding + cursorX * cell.width)}" y="${number(top + cursorY * cell.height)}" width="${cell.width}" height="${cell.height}" fill="${foreground}" opacity="0.8"/>`;
}

function drawBar(title: string, width: number): string {
	const lights = ['#ff5f57', '#febc2e', '#28c840'].map(
		(colour, index) => `<circle cx="${padding + 6 + index * 20}" cy="18" r="6" fill="${colour}"/>`,
	);
	return `${lights.join('')}<text x="${number(width / 2)}" y="22" text-anchor="middle" font-size="12" fill="${paletteColour(8)}">${escapeText(title)}</text>`;
}

function readRuns(terminal: headless.Terminal, row: number): readonly Run[] {
	const buffer = terminal.buffer.active;
	const line = buffer.getLine(buffer.viewportY + row);
	const runs: Run[] = [];
	for (let column = 0; line !== undefined && column < terminal.cols; column += 1) {
		const found = line.getCell(column);
		// The second half of a wide character has no width of its own.
		if (found === undefined || found.getWidth() === 0) {
			continue;
		}

		const style = readStyle(found);
		const text = found.isInvisible() || found.getChars() === '' ? ' ' : found.getChars();
		const last = runs.at(-1);
		if (
			last !== undefined &&
			looksLike(last.style, style) &&
			found.getWidth() === 1 &&
			last.width === last.text.length
		) {
			runs[runs.length - 1] = {...last, text: last.text + text, width: last.width + 1};
		} else {
			runs.push({column, width: found.getWidth(), text, style});
		}
	}

	return runs;
}

function readStyle(found: headless.IBufferCell): Style {
	const front = found.isFgRGB()
		? rgbColour(found.getFgColor())
		: found.isFgPalette()
			? paletteColour(found.getFgColor())
			: foreground;
	const behind = found.isBgRGB()
		? rgbColour(found.getBgColor())
		: found.isBgPalette()
			? paletteColour(found.getBgColor())
			: null;
	const inverse = found.isInverse() !== 0;
	return {
		fill: inverse ? (behind ?? background) : front,
		back: inverse ? front : behind,
		bold: found.isBold() !== 0,
		dim: found.isDim() !== 0,
		italic: found.isItalic() !== 0,
		underline: found.isUnderline() !== 0,
		strike: found.isStrikethrough() !== 0,
	};
}

function looksLike(one: Style, other: Style): boolean {
	return (
		one.fill === other.fill &&
		one.back === other.back &&
		one.bold === other.bold &&
		one.dim === other.dim &&
		one.italic === other.italic &&
		one.underline === other.underline &&
		one.strike === other.strike
	);
}

function drawRun(run: Run, x: number, y: number): string {
	const {style, text} = run;
	const width = number(run.width * cell.width);
	const back =
		style.back === null
			? ''
			: `<rect x="${number(x)}" y="${number(y)}" width="${width}" height="${cell.height}" fill="${style.back}"/>`;
	if (text.trim() === '' && !style.underline && !style.strike) {
		return back;
	}

	const lines = [style.underline ? 'underline' : '', style.strike ? 'line-through' : ''].filter(
		line => line !== '',
	);
	const looks = [
		style.bold ? ' font-weight="bold"' : '',
		style.dim ? ' opacity="0.6"' : '',
		style.italic ? ' font-style="italic"' : '',
		lines.length === 0 ? '' : ` text-decoration="${lines.join(' ')}"`,
	].join('');
	// The length keeps the columns of the grid whatever font draws the picture.
	return `${back}<text x="${number(x)}" y="${number(y + cell.baseline)}" fill="${style.fill}"${looks} textLength="${width}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escapeText(text)}</text>`;
}

function number(value: number): string {
	return String(Math.round(value * 100) / 100);
}

function escapeText(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
