# Standard errors of Bradley-Terry strengths when one person's choices are not independent of each other.
# Rscript tests/reference/mascaras-by-person.R ../shared/data/mascaras_paired/data.csv
library(sandwich)
d <- read.csv(commandArgs(TRUE)[1])
items <- sort(unique(c(d$Preferred, d$Other)))
X <- matrix(0, nrow(d), length(items), dimnames = list(NULL, items))
for (i in seq_len(nrow(d))) { X[i, d$Preferred[i]] <- 1; X[i, d$Other[i]] <- -1 }
# Every second row is turned round, which changes neither the fit nor its errors.
y <- rep(1, nrow(d)); turn <- seq_len(nrow(d)) %% 2 == 0
X[turn, ] <- -X[turn, ]; y[turn] <- 0
m <- glm(y ~ X[, -1] - 1, family = binomial)
k <- length(items); W <- matrix(0, k, k)
W[-1, -1] <- vcovCL(m, cluster = d$Judge, type = "HC0", cadjust = TRUE)
C <- diag(k) - 1 / k
cat(sprintf("%s %.12f\n", items, sqrt(diag(C %*% W %*% t(C)))), sep = "")
cat(sprintf("Le 2 - Sexy %.12f\n", sqrt(W[7, 7] + W[10, 10] - 2 * W[7, 10])))
