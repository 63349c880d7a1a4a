import type {Answer} from '../../mixpanel/answer.ts';
import type {Client} from '../../mixpanel/client.ts';
import {createShapeBuilder, type ShapeBuilder} from '../../mixpanel/shape.ts';
import type {ReadExam} from '../../report/doctor/doctor-document.ts';

/** Sees what goes through a client, and keeps of it only kinds of requests, outcomes and shapes. */
export type ReadWatch = {
	readonly watch: (client: Client) => Client;
	readonly reads: () => readonly ReadExam[];
};

export function createReadWatch(): ReadWatch {
	const seen = new Map<
		string,
		{readonly outcomes: Set<string>; readonly shapes: ShapeBuilder; hasShape: boolean}
	>();
	const note = (path: string, answer: Answer): void => {
		const request = `GET ${path.split('?', 1).join('').replaceAll(/\d+/g, '{id}')}`;
		const entry = seen.get(request) ?? {outcomes: new Set(), shapes: createShapeBuilder(), hasShape: false};
		seen.set(request, entry);
		entry.outcomes.add(outcomeOf(answer));
		if (answer.kind === 'ok') {
			entry.shapes.add(answer.value);
			entry.hasShape = true;
		}
	};

	return {
		watch: client => ({
			...client,
			get: async (path, options) => {
				const answer = await client.get(path, options);
				note(path, answer);
				return answer;
			},
		}),
		reads: () =>
			[...seen].map(([request, {outcomes, shapes, hasShape}]) => ({
				request,
				outcomes: [...outcomes],
				shape: hasShape ? shapes.shape() : null,
			})),
	};
}

function outcomeOf(answer: Answer): string {
	switch (answer.kind) {
		case 'ok': {
			return 'ok';
		}

		case 'unauthorized': {
			return 'refused';
		}

		case 'failed': {
			return answer.failure;
		}
	}
}
