import assert from 'node:assert/strict';
import * as z from 'zod/mini';

const finding = z.object({
	resource: z.nullable(z.object({type: z.string(), id: z.string(), name: z.string()})),
});
const rule = z.object({
	id: z.string(),
	status: z.string(),
	reasonCode: z.nullable(z.string()),
	findings: z.array(finding),
});
const control = z.object({id: z.string(), status: z.string(), rules: z.array(rule)});
const summary = z.object({pass: z.number(), fail: z.number(), unknown: z.number(), manual: z.number()});
const document = z.object({
	target: z.object({organizationId: z.string(), organizationName: z.string(), simulated: z.boolean()}),
	profile: z.string(),
	summary,
	controls: z.array(control),
	errors: z.array(z.object({code: z.string(), rules: z.array(z.string())})),
});

/** What the tests look at of a check's document. */
export type CheckJson = z.infer<typeof document>;
export type CheckRule = z.infer<typeof rule>;

/** The document of `check --format json`. Fails when the text is anything but that. */
export function readCheck(text: string): CheckJson {
	const raw: unknown = JSON.parse(text);
	return document.parse(raw);
}

/** The status of each control, by its id. */
export function statuses(check: CheckJson): Readonly<Record<string, string>> {
	return Object.fromEntries(check.controls.map(({id, status}) => [id, status]));
}

/** One rule of the document; fails when it is not there. */
export function ruleOf(check: CheckJson, id: string): CheckRule {
	const found = check.controls.flatMap(({rules}) => rules).find(each => each.id === id);
	assert.ok(found !== undefined, `no rule ${id}`);
	return found;
}
