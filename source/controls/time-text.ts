import type {Control} from '../types/control.ts';

/** How long a control takes, and whose figure that is: `10 min, every month (our estimate)`. */
export function timeText({text, note, source}: Control['time']): string {
	const whole = note === null ? text : `${text}, ${note}`;
	return `${whole} (${source === 'guide' ? 'the guide’s figure' : 'our estimate'})`;
}

/** An estimate in words, rounded to what an estimate can know: `about 40 minutes`, `about 1½ hours`. */
export function aboutMinutes(minutes: number): string {
	const rounded = Math.max(Math.round(minutes / 5) * 5, 5);
	if (rounded < 60) {
		return `about ${rounded} minutes`;
	}

	const halves = Math.round(minutes / 30);
	const whole = Math.floor(halves / 2);
	const half = halves % 2 === 1 ? '½' : '';
	return whole === 1 && half === '' ? 'about an hour' : `about ${whole}${half} hours`;
}
