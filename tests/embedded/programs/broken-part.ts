// A part that cannot start.
console.error('config: PORT must be a number');
process.exit(3);
