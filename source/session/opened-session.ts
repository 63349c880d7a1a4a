import type {SafeText} from '../types/safe-text.ts';
import type {SessionState} from '../types/session.ts';
import type {Target} from '../types/target.ts';
import type {UserError} from '../types/user-error.ts';
import type {LockHolder} from './lock.ts';
import type {Session} from './session.ts';

export type OpenOptions = {
	readonly stateDirectory: string;
	readonly target: Target;
	readonly tool: {readonly version: string; readonly guideVersion: string};
	readonly now: () => Date;
	/** Reads and changes nothing at all, not even a lock. */
	readonly readOnly?: boolean;
};

/** A damaged journal: what could be read of it, and the way to mend it. Nothing is written until `repair` is called. */
export type DamagedSession = {
	readonly kind: 'damaged';
	readonly state: SessionState;
	readonly organizationName: SafeText | null;
	/** Good lines, and lines left out because their checksum does not hold. */
	readonly events: number;
	readonly leftOut: number;
	/** Places where lines are missing, repeated or exchanged. */
	readonly breaks: number;
	/** Where the damaged journal was copied to; null when the session was opened for reading only. */
	readonly copy: string | null;
	readonly notices: readonly string[];
	/** Writes the good lines as a new journal and opens it. Only when the person says so. Ends this object. */
	repair(): Promise<OpenedSession>;
	/** Leaves the journal as it is and gives the session free. */
	close(): Promise<void>;
};

/** What came of opening a session. Notices are whole sentences, to be said to the person. */
export type OpenedSession =
	| {readonly kind: 'open'; readonly session: Session; readonly notices: readonly string[]}
	/** Somebody else has it open: a view for reading, as of now. */
	| {
			readonly kind: 'held';
			readonly holder: LockHolder;
			readonly state: SessionState;
			readonly organizationName: SafeText | null;
			readonly notices: readonly string[];
	  }
	| DamagedSession
	/** A newer version wrote it; nothing was touched. */
	| {readonly kind: 'newer'; readonly error: UserError}
	| {readonly kind: 'failed'; readonly error: UserError};
