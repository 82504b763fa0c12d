/** Who stands in for whom in the demo, from the day of the demo on. */
export const covers: readonly { readonly by: string; readonly standIn: string; readonly days: number; readonly reason: string }[] = [
  { by: "demo-hy-manager", standIn: "demo-hy-manager2", days: 5, reason: "赴省里参加营商环境培训，期间待审事项由邹敏华代决" },
];
