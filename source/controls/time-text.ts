import type {Control} from '../types/control.ts';

/** How long a control takes, and whose figure that is: `10 min, every month (our estimate)`. */
export function timeText({text, note, source}: Control['time']): string {
	const whole = note === null ? text : `${text}, ${note}`;
	return `${whole} (${source === 'guide' ? 'the guide’s figure' : 'our estimate'})`;
}
