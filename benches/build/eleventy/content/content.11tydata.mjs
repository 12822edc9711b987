// Files of terms give their names; pages are made of them elsewhere.
export default { permalink: false };
