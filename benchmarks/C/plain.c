// The training of INPUTS-HIDDEN-1 as one writes it for sizes that the compiler knows: it unrolls and vectorizes what it can.
// ReLU, sigmoid, binary cross-entropy from the logit, gradient descent.
#include <math.h>
#include <string.h>

static float w1[INPUTS][HIDDEN], b1[HIDDEN], w2[HIDDEN], b2;

void set(const float *weights1, const float *bias1, const float *weights2, const float *bias2)
{
    memcpy(w1, weights1, sizeof w1);
    memcpy(b1, bias1, sizeof b1);
    memcpy(w2, weights2, sizeof w2);
    b2 = *bias2;
}

void get(float *weights1, float *bias1, float *weights2, float *bias2)
{
    memcpy(weights1, w1, sizeof w1);
    memcpy(bias1, b1, sizeof b1);
    memcpy(weights2, w2, sizeof w2);
    *bias2 = b2;
}

static float step(const float *x, const float *y, float rate)
{
    static float h[BATCH][HIDDEN], dz[BATCH][HIDDEN], d[BATCH];
    float total = 0, gradient1[HIDDEN] = {}, gradient2[HIDDEN] = {}, gradient = 0;
    for (int r = 0; r < BATCH; r++)
    {
        float z[HIDDEN], out = b2;
        for (int j = 0; j < HIDDEN; j++)
            z[j] = b1[j];
        for (int i = 0; i < INPUTS; i++)
            for (int j = 0; j < HIDDEN; j++)
                z[j] += x[r * INPUTS + i] * w1[i][j];
        for (int j = 0; j < HIDDEN; j++)
            h[r][j] = z[j] > 0 ? z[j] : 0;
        for (int j = 0; j < HIDDEN; j++)
            out += h[r][j] * w2[j];
        float e = expf(-fabsf(out));
        float p = (out >= 0 ? 1 : e) / (1 + e);
        total += fmaxf(out, 0) - out * y[r] + log1pf(e);
        d[r] = (p - y[r]) * (-rate / BATCH);
    }
    for (int r = 0; r < BATCH; r++)
        for (int j = 0; j < HIDDEN; j++)
            dz[r][j] = h[r][j] > 0 ? d[r] * w2[j] : 0;
    for (int r = 0; r < BATCH; r++)
    {
        for (int j = 0; j < HIDDEN; j++)
            gradient2[j] += d[r] * h[r][j];
        for (int j = 0; j < HIDDEN; j++)
            gradient1[j] += dz[r][j];
        gradient += d[r];
    }
    for (int j = 0; j < HIDDEN; j++)
        w2[j] += gradient2[j];
    for (int j = 0; j < HIDDEN; j++)
        b1[j] += gradient1[j];
    b2 += gradient;
    for (int i = 0; i < INPUTS; i++)
    {
        float g[HIDDEN] = {};
        for (int r = 0; r < BATCH; r++)
            for (int j = 0; j < HIDDEN; j++)
                g[j] += x[r * INPUTS + i] * dz[r][j];
        for (int j = 0; j < HIDDEN; j++)
            w1[i][j] += g[j];
    }
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
