/** How far a long computation is: called now and then with the steps done and the steps in all. It must not change what is computed. */
export type OnStep = (done: number, steps: number) => void;
