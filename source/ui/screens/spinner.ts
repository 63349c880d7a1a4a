import type {Span} from '../lines/line.ts';

const pictures = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** The picture of something under way at one turn; it stands where the answer will be. */
export function spinner(turn: number): Span {
	return {text: pictures[turn % pictures.length] ?? '', tone: 'dim'};
}
