/**
 * The weights of a JSON file if they name these features and no others; otherwise `never`, so that
 * renaming or removing a feature in one place only does not compile.
 */
export type ExactWeights<
  Feature extends string,
  Weights extends Readonly<Record<Feature, number>>,
> = [Exclude<keyof Weights, Feature>] extends [never] ? Weights : never;
