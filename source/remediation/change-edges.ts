import type {Change, ChangeRequest, Image, WriteAnswer} from '../types/change.ts';
import type {Read} from '../types/facts.ts';
import type {SessionEvent} from '../types/session.ts';
import type {ChangeTarget} from './change-plan.ts';
import type {PropertyPlace} from './property-place.ts';

export type ReadOptions = {
	/** Makes the read reject when it aborts. */
	readonly signal: AbortSignal;
	/** A read under way comes to its end all the same and never rejects; only repeating stops. */
	readonly untilAnswered?: boolean;
};

/** All that changing needs of the world. Made by `createChangeEdges`, which has checked that its parts belong together. */
export type ChangeEdges = {
	/** The organization that connection and session are about. */
	readonly target: ChangeTarget;
	/** Every change the session knows, oldest first, as of now. */
	readonly changes: () => readonly Change[];
	readonly readProperty: (place: PropertyPlace, options: ReadOptions) => Promise<Read<Image>>;
	/** Sends once. Stopped by the signal only before anything is sent; never rejects. */
	readonly send: (request: ChangeRequest, signal: AbortSignal) => Promise<WriteAnswer>;
	/** On the disk when it resolves; rejects with a UserError when it could not be saved. */
	readonly record: (event: SessionEvent) => Promise<void>;
	/** Waits; rejects when the signal aborts. */
	readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** An id for a change that no other in the session has. */
	readonly newOperation: () => string;
};
