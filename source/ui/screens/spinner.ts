import type {Span} from '../lines/line.ts';

/** The pictures of something under way, in the order in which they turn. */
export const spinnerPictures = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** The picture of something under way at one turn; it stands where the answer will be. */
export function spinner(turn: number): Span {
	return {text: spinnerPictures[turn % spinnerPictures.length] ?? '', tone: 'dim'};
}
