// Loaded before the program (`node --import`): its clock shows so many days later, and the program knows nothing of it.
const Real = globalThis.Date;
const now = (): number => Real.now() + Number(process.env['TEST_DAYS_LATER'] ?? '0') * 86_400_000;

globalThis.Date = new Proxy(Real, {
	construct: (target, values, from) =>
		Reflect.construct(target, values.length === 0 ? [now()] : values, from),
	get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
