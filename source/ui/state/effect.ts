import type {SessionEvent} from '../../types/session.ts';
import type {Outcome, Road} from './app-state.ts';

/** What the reducer asks the edges to do. Each answers by events; none is awaited by a screen. */
export type Effect =
	| {readonly type: 'open'; readonly road: Road}
	| {readonly type: 'read'}
	| {readonly type: 'stop_reading'}
	/** Open a page of Mixpanel in the browser. */
	| {readonly type: 'open_page'; readonly url: string}
	/** Put a text on the clipboard, if the terminal allows it. */
	| {readonly type: 'copy'; readonly text: string}
	/** Go on with the good part of a damaged journal. */
	| {readonly type: 'mend'}
	/** Leave the organization: stop what is under way, let the journal go. */
	| {readonly type: 'close'}
	/** Written in the order asked for; `message` is shown once it is on the disk. `ofForm`: the open form waits for it. */
	| {
			readonly type: 'record';
			readonly events: readonly SessionEvent[];
			readonly message: string | null;
			readonly ofForm: boolean;
	  }
	/** After everything asked for before has been written. */
	| {readonly type: 'leave'; readonly outcome: Outcome};
