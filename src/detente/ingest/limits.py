"""How much of the world's mess is read, and why no more. A limit that bites is named in the Rejection."""

MEBIBYTE = 1024 * 1024

# the longest article on the test streams is 150 kB; a book is 2 MB: what is larger is no article
MAX_FILE_BYTES = 20 * MEBIBYTE
MAX_ROW_BYTES = 16 * MEBIBYTE

# archives: a peace process of thirty years in articles is some 100,000 files and 1 GB of text
MAX_MEMBERS = 100_000
MAX_UNPACKED_BYTES = 4096 * MEBIBYTE
MAX_NESTING = 2
MAX_NESTED_BYTES = 256 * MEBIBYTE  # an archive inside an archive is held in memory
# news text shrinks 3 to 6 times; what shrinks 200 times is padding made to hurt
MAX_RATIO = 200
RATIO_COUNTS_FROM = 1 * MEBIBYTE  # below this a ratio says nothing and does no harm

# one page in the killable child
PAGE_SECONDS = 8.0
PAGE_CPU_SECONDS = 15
PAGE_MEMORY_BYTES = 2048 * MEBIBYTE

# the sample that decides on encoding and language
SAMPLE_BYTES = 64 * 1024
SAMPLE_LETTERS = 2000
