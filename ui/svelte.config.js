export default {
  compilerOptions: {
    runes: true,
    // A few letters do: they stand in the bundle some 600 times.
    cssHash: ({ hash, css }) => `s-${hash(css).slice(0, 5)}`,
  },
};
