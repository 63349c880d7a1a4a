import type {ExitCode} from '../types/exit-code.ts';
import type {Policy} from '../types/policy.ts';
import type {Secret} from '../types/secret.ts';

/** What the environment says, read once; secrets are removed from `process.env` as they are read (contract §1). */
export type Environment = {
	readonly serviceAccount: string | null;
	readonly secret: Secret | null;
	/** For SCIM alone; absent or null without one. */
	readonly scimToken?: Secret | null;
	readonly organizationId: string | null;
	readonly projectId: string | null;
	readonly baseUrl: string | null;
	/** Directory of sessions and preferences: flag, variable or the platform's own. */
	readonly stateDirectory: string;
	readonly plain: boolean;
};

/** The three streams and what they are. */
export type Io = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	/** Standard input and output are both terminals; `CI` changes nothing in that. */
	readonly isTerminal: boolean;
};

/** One call of the program, parsed. */
export type Invocation = {
	readonly command: string;
	readonly positionals: readonly string[];
	/** Flags by name without dashes; a flag that was not given is absent. */
	readonly flags: ReadonlyMap<string, string | true | readonly string[]>;
	readonly environment: Environment;
	/** What `--policy` gave, once it was read; absent where the defaults hold. */
	readonly policy?: Policy;
	readonly io: Io;
	/** Aborted by the first interrupt, hang-up or termination. */
	readonly signal: AbortSignal;
	readonly now: () => Date;
};

/** What a command file exports. It wires and never decides; it resolves to the exit code and never exits by itself. */
export type RunCommand = (invocation: Invocation) => Promise<ExitCode>;
