import type {Decided} from '../types/assessment.ts';

/**
What to say when no control asks for anything. A waiver of a whole control covers rules that nobody decided as well:
those are counted, so that the sentence never disagrees with the figure at the top.
*/
export function nothingNext({decided, of}: Decided): string {
	const open = of - decided;
	return open <= 0
		? 'Every control at this level is decided.'
		: `Nothing asks for you now; ${open} of ${of} rules ${open === 1 ? 'lies' : 'lie'} undecided under a waiver.`;
}
