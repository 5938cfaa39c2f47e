// The training of INPUTS-HIDDEN-1 blocked for registers: a tile of ROWS rows and at most two vectors of neurons stays in registers
// while all terms of its sums are added. Hidden neurons lie in panels of WIDTH vectors, which the first kernel, the activations
// and their derivatives share, so that every loop reads memory in order. -rate / BATCH is folded into the output's derivative.
// Every size is known to the compiler, so each remainder is a tile of its own size.
#include <math.h>

#if defined __AVX512F__
#define LANES 16
#define REGISTERS 16
#elif defined __AVX__
#define LANES 8
#define REGISTERS 8
#elif defined __aarch64__
#define LANES 4
#define REGISTERS 16
#else
#define LANES 4
#define REGISTERS 8
#endif
#define VECTORS ((HIDDEN + LANES - 1) / LANES)
#define WIDTH (VECTORS > 1 ? 2 : 1)
#define PANELS ((VECTORS + WIDTH - 1) / WIDTH)
#define LAST (VECTORS - (PANELS - 1) * WIDTH)
#define ROWS (REGISTERS / WIDTH)
// So many rows of x stay in the cache while the whole first kernel passes by; a multiple of ROWS.
#define BLOCK 64
#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("GCC unroll 16")

typedef float vector __attribute__((vector_size(4 * LANES)));
typedef int mask __attribute__((vector_size(4 * LANES)));

static vector w1[PANELS][INPUTS][WIDTH], b1[PANELS][WIDTH], w2[PANELS][WIDTH];
static vector h[PANELS][BATCH][WIDTH], dz[BATCH][WIDTH], products[BATCH]; // dz is that of one panel at a time
static float b2, d[BATCH];

INLINE vector all(float a) { return a - (vector){}; }
INLINE vector where_positive(vector condition, vector a) { return (vector)((condition > 0) & (mask)a); }

static float *neuron(vector *first, long vectors_between, int j)
{
    return (float *)(first + j / (WIDTH * LANES) * vectors_between) + j % (WIDTH * LANES);
}

void set(const float *weights1, const float *bias1, const float *weights2, const float *bias2)
{
    for (int j = 0; j < HIDDEN; j++)
    {
        for (int i = 0; i < INPUTS; i++)
            *neuron(w1[0][i], INPUTS * WIDTH, j) = weights1[i * HIDDEN + j];
        *neuron(b1[0], WIDTH, j) = bias1[j];
        *neuron(w2[0], WIDTH, j) = weights2[j];
    }
    b2 = *bias2;
}

void get(float *weights1, float *bias1, float *weights2, float *bias2)
{
    for (int j = 0; j < HIDDEN; j++)
    {
        for (int i = 0; i < INPUTS; i++)
            weights1[i * HIDDEN + j] = *neuron(w1[0][i], INPUTS * WIDTH, j);
        bias1[j] = *neuron(b1[0], WIDTH, j);
        weights2[j] = *neuron(w2[0], WIDTH, j);
    }
    *bias2 = b2;
}

// h = relu(x·w1 + b1) of one tile, and the partial products h·w2. Few rows have few sums, so these are taken in four chains.
INLINE void forward(int p, int r0, int rows, int width, const float *x)
{
    const int chains = rows * width > REGISTERS / 4 ? 1 : 4;
    vector sums[ROWS > 4 ? ROWS : 4][4][WIDTH];
    UNROLL for (int r = 0; r < rows; r++) UNROLL for (int c = 0; c < chains; c++) UNROLL for (int j = 0; j < width; j++)
        sums[r][c][j] = c == 0 ? b1[p][j] : (vector){};
    for (int i = 0; i + chains <= INPUTS; i += chains)
        UNROLL for (int r = 0; r < rows; r++) UNROLL for (int c = 0; c < chains; c++) UNROLL for (int j = 0; j < width; j++)
            sums[r][c][j] += all(x[(r0 + r) * INPUTS + i + c]) * w1[p][i + c][j];
    UNROLL for (int i = INPUTS / chains * chains; i < INPUTS; i++)
        UNROLL for (int r = 0; r < rows; r++) UNROLL for (int j = 0; j < width; j++)
            sums[r][0][j] += all(x[(r0 + r) * INPUTS + i]) * w1[p][i][j];
    UNROLL for (int r = 0; r < rows; r++)
    {
        vector product = p == 0 ? (vector){} : products[r0 + r];
        UNROLL for (int j = 0; j < width; j++)
        {
            vector z = sums[r][0][j];
            UNROLL for (int c = 1; c < chains; c++)
                z += sums[r][c][j];
            h[p][r0 + r][j] = where_positive(z, z);
            product += h[p][r0 + r][j] * w2[p][j];
        }
        products[r0 + r] = product;
    }
}

// dz = d·w2 where h > 0, and the updates of w2 and b1, of one panel.
INLINE void backward(int p, int width)
{
    vector gradient2[2][WIDTH] = {}, gradient1[2][WIDTH] = {}, w[WIDTH];
    UNROLL for (int j = 0; j < width; j++)
        w[j] = w2[p][j];
    #pragma GCC unroll 2
    for (int r = 0; r < BATCH; r++)
        UNROLL for (int j = 0; j < width; j++)
        {
            vector a = h[p][r][j], delta = where_positive(a, all(d[r]) * w[j]);
            dz[r][j] = delta;
            gradient2[r & 1][j] += all(d[r]) * a;
            gradient1[r & 1][j] += delta;
        }
    UNROLL for (int j = 0; j < width; j++)
    {
        w2[p][j] += gradient2[0][j] + gradient2[1][j];
        b1[p][j] += gradient1[0][j] + gradient1[1][j];
    }
}

// w1 += xᵀ·dz of one tile; the gradient never leaves the registers.
INLINE void update(int p, int i0, int inputs, int width, const float *x)
{
    vector sums[ROWS][WIDTH];
    UNROLL for (int i = 0; i < inputs; i++) UNROLL for (int j = 0; j < width; j++)
        sums[i][j] = (vector){};
    for (int r = 0; r < BATCH; r++)
        UNROLL for (int i = 0; i < inputs; i++) UNROLL for (int j = 0; j < width; j++)
            sums[i][j] += all(x[r * INPUTS + i0 + i]) * dz[r][j];
    UNROLL for (int i = 0; i < inputs; i++) UNROLL for (int j = 0; j < width; j++)
        w1[p][i0 + i][j] += sums[i][j];
}

INLINE void forward_panel(int p, int first, int width, const float *x)
{
    int end = first + BLOCK < BATCH ? first + BLOCK : BATCH;
    for (int r = first; r + ROWS <= end; r += ROWS)
        forward(p, r, ROWS, width, x);
    if (BATCH % ROWS > 0 && end == BATCH)
        forward(p, BATCH / ROWS * ROWS, BATCH % ROWS, width, x);
}

INLINE void backward_panel(int p, int width, const float *x)
{
    backward(p, width);
    for (int i = 0; i + ROWS <= INPUTS; i += ROWS)
        update(p, i, ROWS, width, x);
    if (INPUTS % ROWS > 0)
        update(p, INPUTS / ROWS * ROWS, INPUTS % ROWS, width, x);
}

static float step(const float *x, const float *y, float rate)
{
    float logits[BATCH], total = 0, db2 = 0;
    for (int first = 0; first < BATCH; first += BLOCK)
    {
        for (int p = 0; p < PANELS - 1; p++)
            forward_panel(p, first, WIDTH, x);
        forward_panel(PANELS - 1, first, LAST, x);
    }
    for (int r = 0; r < BATCH; r++)
    {
        float sum = b2;
        UNROLL for (int k = 0; k < LANES; k++)
            sum += products[r][k];
        logits[r] = sum;
    }
    for (int r = 0; r < BATCH; r++)
    {
        float z = logits[r], e = expf(-fabsf(z)), p = (z >= 0 ? 1 : e) / (1 + e);
        total += fmaxf(z, 0) - z * y[r] + log1pf(e);
        d[r] = (p - y[r]) * (-rate / BATCH);
        db2 += d[r];
    }
    for (int p = 0; p < PANELS - 1; p++)
        backward_panel(p, WIDTH, x);
    backward_panel(PANELS - 1, LAST, x);
    b2 += db2;
    return total / BATCH;
}

float train(const float *x, const float *y, int steps, int epochs, float rate)
{
    float total = 0;
    for (int epoch = 0; epoch < epochs; epoch++)
    {
        total = 0;
        for (int s = 0; s < steps; s++)
            total += step(x + (long)s * BATCH * INPUTS, y + s * BATCH, rate);
    }
    return total / steps;
}
