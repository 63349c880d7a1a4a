/** One request the simulated organization answered. Headers and bodies are never kept. */
export type RequestLogEntry = {
	/** UTC ISO 8601, when it arrived. */
	readonly time: string;
	readonly method: string;
	/** Path and query as requested. */
	readonly path: string;
	/** Status of the answer; null when the connection was cut instead. */
	readonly status: number | null;
	/** Milliseconds from arrival to the answer. */
	readonly duration: number;
};
