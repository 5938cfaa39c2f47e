// Structs of vectors pass through many short methods; zeroing each one's whole stack frame first would cost a small step a fifth of its time.
[module: System.Runtime.CompilerServices.SkipLocalsInit]
