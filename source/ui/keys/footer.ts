import {fitLine, lineWidth} from '../lines/fit.ts';
import type {Line, Span} from '../lines/line.ts';
import {type Binding, bindings, type Context} from './bindings.ts';

const movement: Span = {text: '↑↓'};

/** The footer of a context: main acts, movement, then `? keys  q quit`; what does not fit `width` gives way from the middle. */
export function footerLine(context: Context, width: number): Line {
	const shown = bindings.filter(binding => binding.footer.includes(context));
	const tail = shown.filter(binding => binding.command === 'help' || binding.command === 'quit');
	const main = shown.filter(binding => !tail.includes(binding)).map(entry);
	const moves: Line[] =
		context === 'form' || context === 'filter' ? [] : [[movement, {text: ' move', tone: 'dim'}]];
	const ends = tail.map(entry);
	let middle = [...main, ...moves];
	while (middle.length > 1 && lineWidth(joined([...middle, ...ends])) > width) {
		middle = middle.slice(0, -1);
	}

	return fitLine(joined([...middle, ...ends]), width);
}

function entry(binding: Binding): Line {
	return [{text: binding.keys[0] ?? ''}, {text: ` ${binding.label}`, tone: 'dim'}];
}

function joined(entries: readonly Line[]): Line {
	return entries.flatMap((line, index) => (index === 0 ? line : [{text: '  '}, ...line]));
}
