import {fitLine, lineWidth} from '../lines/fit.ts';
import type {Line, Span} from '../lines/line.ts';
import {type Binding, bindings, type Command, type Context} from './bindings.ts';
import {forms} from './context-groups.ts';

/** Contexts in which nothing moves up and down. */
const withoutRows: readonly Context[] = [
	'form',
	'form_choice',
	'importing',
	'filter',
	'fix_naming',
	'fix_waiting',
	'fix_ended',
];

const movement: Span = {text: '↑↓'};
const sideways: Line = [{text: '←→'}, {text: ' choose', tone: 'dim'}];

/**
The footer of a context: main acts, movement, then `? keys  q quit`. What does not fit `width` gives way from the
end of the middle; the main act and the way back stay. A key whose command is not `isReady` is left out. `words` are
those of a command where they depend on what is on the screen.
*/
export function footerLine(
	context: Context,
	width: number,
	isReady: (command: Command) => boolean = () => true,
	words: (command: Command) => string | null = () => null,
): Line {
	const shown = bindings.filter(binding => binding.footer.includes(context) && isReady(binding.command));
	const entry = (binding: Binding): Line => [
		{text: binding.keys[0] ?? ''},
		{text: ` ${words(binding.command) ?? binding.label}`, tone: 'dim'},
	];
	const ends = shown.filter(binding => binding.command === 'help' || binding.command === 'quit').map(entry);
	const back = shown.filter(binding => binding.command === 'back').map(entry);
	const keyed = shown.filter(binding => !['help', 'quit', 'back'].includes(binding.command)).map(entry);
	const acts = context === 'form_choice' ? [sideways, ...keyed] : keyed;
	const moves: Line[] = withoutRows.includes(context)
		? forms.includes(context) && isReady('next_field')
			? [[movement, {text: ' field', tone: 'dim'}]]
			: []
		: [[movement, {text: ' move', tone: 'dim'}]];
	const full = joined([...acts, ...back, ...moves, ...ends]);
	if (lineWidth(full) <= width) {
		return full;
	}

	let kept = acts;
	while (kept.length > 1 && lineWidth(joined([...kept, ...back, ...ends])) > width) {
		kept = kept.slice(0, -1);
	}

	return fitLine(joined([...kept, ...back, ...ends]), width);
}

function joined(entries: readonly Line[]): Line {
	return entries.flatMap((line, index) => (index === 0 ? line : [{text: '  '}, ...line]));
}
